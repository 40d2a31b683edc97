import { request } from 'undici'

export const deliver = (url: string) => request(url)

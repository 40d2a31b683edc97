export const create = (body: object) => ({ data: body })

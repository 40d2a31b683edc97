import { DateInput } from '@mantine/dates'

export const Page = DateInput

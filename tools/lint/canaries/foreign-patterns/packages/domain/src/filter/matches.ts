export const contains = (text: string, part: string) => new RegExp(part).test(text)

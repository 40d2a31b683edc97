export const idle = (last: number) => Date.now() - last

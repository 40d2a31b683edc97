export const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

type Request = { body: object }

export const create = (request: Request) => ({ data: { ...request.body, ownerId: 1 } })

type Client = { query: (sql: string) => unknown }

export const find = (client: Client, name: string) => client.query(`select * from leads where name = '${name}'`)

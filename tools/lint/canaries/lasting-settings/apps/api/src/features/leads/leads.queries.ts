export const scope = `select set_config('app.scope', $1, false)`

/** The sample accounts' password where only this machine can reach the server; elsewhere one is generated and printed once. */
export const DEMO_PASSWORD = 'clean-air-demo'

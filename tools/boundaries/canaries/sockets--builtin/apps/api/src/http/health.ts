import { connect } from 'node:net'

export const probe = () => connect(25)

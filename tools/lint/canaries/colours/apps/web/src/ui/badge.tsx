export const Badge = () => <span style={{ color: '#c00' }} />

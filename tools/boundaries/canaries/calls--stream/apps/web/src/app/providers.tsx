export const open = () => new EventSource('/api/v1/events/stream')

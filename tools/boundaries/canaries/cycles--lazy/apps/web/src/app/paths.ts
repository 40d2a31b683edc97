export const load = () => import('./router.tsx')

/** The choices of how the product looks and is operated. */
export const densities = ['compact', 'standard', 'roomy'] as const
export type Density = (typeof densities)[number]
export const schemes = ['auto', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]
export const singleKeys = ['on', 'off'] as const
export type SingleKeys = (typeof singleKeys)[number]

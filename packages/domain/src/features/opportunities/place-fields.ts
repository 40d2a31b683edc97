/** Fields of a deal that screens and figures cannot do without: whose role hides one of them is told so instead. */

/** Where a deal stands: what every count by stage rests on. */
export const placeFields = ['pipelineId', 'stageId'] as const

/** What arranges a board, whose columns are stages, those of what is closed with the present month. */
export const boardFields = [...placeFields, 'closedAt'] as const

/** When a deal came where: its way through the stages, which the funnel counts. */
export const wayFields = [...placeFields, 'stageEnteredAt'] as const

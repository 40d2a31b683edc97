/** How a person of a deal stands to us, from −2 to 2; plain data, because screens read it too. */
import type { Label } from '../../field/kinds.ts'

export const attitudes = [2, 1, 0, -1, -2] as const

const labels: Record<string, Label> = {
  '2': { zh: '支持我们', en: 'Champion' },
  '1': { zh: '倾向我们', en: 'Leans to us' },
  '0': { zh: '中立', en: 'Neutral' },
  '-1': { zh: '有保留', en: 'Has doubts' },
  '-2': { zh: '反对我们', en: 'Against us' },
}

export const attitudeLabel = (attitude: number): Label => labels[String(attitude)] ?? { zh: '', en: '' }

/** Files that the sample company keeps. `ago` is days before loading; a text is written as it stands, a picture and a page are drawn. */
import type { Label } from '@rapport/domain/field/kinds.ts'

export type DemoFile = {
  /** A customer by its key, the deal that is open with it, or the last visit there. */
  about: { customer: string } | { dealOf: string } | { visitAt: string }
  by: string
  ago: number
  name: Label
  content: { text: Label } | { page: readonly string[] } | { picture: 'layout' }
}

export const files: readonly DemoFile[] = [
  {
    about: { customer: 'lanzhun' },
    by: 'lin',
    ago: 40,
    name: { zh: '涂布车间平面图.png', en: 'Coating hall layout.png' },
    content: { picture: 'layout' },
  },
  {
    about: { dealOf: 'lanzhun' },
    by: 'lin',
    ago: 8,
    name: { zh: '除尘系统方案 V2.pdf', en: 'Dust system proposal V2.pdf' },
    content: {
      page: [
        'Coating line dust system - proposal, version 2',
        'Extraction 24 000 m3/h, two filter units, residual dust below 1 mg/m3',
        'Delivery 10 weeks after the order, commissioning 5 days',
        'Payment 40 % / 50 % / 10 %',
      ],
    },
  },
  {
    about: { visitAt: 'lanzhun' },
    by: 'lin',
    ago: 46,
    name: { zh: '现场读数.csv', en: 'Readings on site.csv' },
    content: {
      text: {
        zh: '测点,风量 m3/h,粉尘 mg/m3\n一号涂布机,5400,6.8\n二号涂布机,5150,7.9\n分切间,2300,3.1\n',
        en: 'point,air m3/h,dust mg/m3\nCoater 1,5400,6.8\nCoater 2,5150,7.9\nSlitting,2300,3.1\n',
      },
    },
  },
  {
    about: { dealOf: 'zhiyun' },
    by: 'xu',
    ago: 3,
    name: { zh: '验收条款讨论稿.txt', en: 'Terms of acceptance, draft.txt' },
    content: {
      text: {
        zh: '一、质保期由 12 个月改为 18 个月，客户坚持。\n二、验收以连续 72 小时排放达标为准。\n三、违约金上限 5%。\n',
        en: '1. Warranty 18 instead of 12 months; the customer insists.\n2. Acceptance after 72 hours within the limits.\n3. Penalties at most 5 %.\n',
      },
    },
  },
]

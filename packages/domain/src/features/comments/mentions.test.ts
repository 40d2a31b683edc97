import { describe, expect, it } from 'vitest'
import { mentionOf, mentionsIn, piecesOf, withMentions } from './mentions.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

describe('mentions', () => {
  it('are found once each, in the order of the text', () => {
    expect(mentionsIn(`${mentionOf(id(2))} and ${mentionOf(id(1))}, ${mentionOf(id(2))}`)).toEqual([id(2), id(1)])
    expect(mentionsIn(`<@${id(1)} <@x> @Lin <@${id(1).toUpperCase()}Z>`)).toEqual([])
  })

  it('cut the text into pieces that make it up again', () => {
    const body = `${mentionOf(id(1))}看一下 ${mentionOf(id(2))}\n谢谢`
    const pieces = piecesOf(body)
    expect(pieces).toEqual([{ userId: id(1) }, { text: '看一下 ' }, { userId: id(2) }, { text: '\n谢谢' }])
    expect(pieces.map((one) => ('text' in one ? one.text : mentionOf(one.userId))).join('')).toBe(body)
    expect(piecesOf('plain')).toEqual([{ text: 'plain' }])
  })

  it('are made of the names chosen, the longer before the shorter, and of nothing else', () => {
    const chosen = [
      { id: id(1), name: '林' },
      { id: id(2), name: '林晓' },
    ]
    expect(withMentions('@林晓 @林 @许', chosen)).toBe(`${mentionOf(id(2))} ${mentionOf(id(1))} @许`)
    expect(withMentions('@Lin', [])).toBe('@Lin')
  })
})

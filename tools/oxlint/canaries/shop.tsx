// TODO: an excuse
import { DateInput } from '@mantine/dates'
import { useEffect, useState } from 'react'

namespace Shop {
  export const open = true
}
export class Till {
  constructor(private amount: number) {}
}
const save = async () => Shop.open
export const sell = (goods: any, name: string | null) => {
  save()
  // @ts-ignore
  if (goods == 1) console.log(name!.length)
  try {
    goods.sell()
  } catch {}
  return eval(goods)
}
export function Page() {
  if (sell(1, '')) useState(1)
  const [count] = useState(1)
  useEffect(() => {
    void sell(count, '')
  }, [])
  const unused = 1
  return (
    <div onClick={() => sell(1, '')} dangerouslySetInnerHTML={{ __html: '' }}>
      <img src="shop.png" />
      <DateInput />
    </div>
  )
}

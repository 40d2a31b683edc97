/** The head of a customer's page: who it is, how far its profile is known, what can be done. */
import { Menu } from '@mantine/core'
import { customerFields as fields } from '@rapport/domain/features/customers/customers.fields.ts'
import { IconDots, IconTrash, IconUserPlus, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useHandOverAction } from '../../app/hand-over/hand-over.ts'
import { useInTrash } from '../../app/in-trash.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Person } from '../../ui/marks/avatar.tsx'
import { Tier } from '../../ui/marks/tier.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { RecordHead } from '../../ui/record-head.tsx'
import { toast } from '../../ui/toast.tsx'
import { CardItem, useCardAction } from '../exports/card-item.tsx'
import { useDeleteCustomer, type Customer } from './customers.queries.ts'
import { CustomerProfile } from './profile.tsx'

function useRemove(customer: Customer) {
  const { t } = useTranslation('customers')
  const navigate = useNavigate()
  const textOf = useProblemText()
  const { remove, forget } = useDeleteCustomer()
  const inTrash = useInTrash()
  const { name } = customer
  const done = async () => {
    inTrash(
      t(($) => $.deleted, { name }),
      customer,
    )
    await navigate(paths.customers)
    await forget()
  }
  return () =>
    remove.mutate(customer, {
      onSuccess: () => void done(),
      onError: (error) => toast(textOf(error), { tone: 'problem' }),
    })
}

function Actions({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const { t: common } = useTranslation('common')
  const open = useOpenCreation()
  const remove = useRemove(customer)
  const isPerson = customer.kind === 'person'
  const handOver = useHandOverAction('customers', customer)
  useCardAction('customers', customer.id, isPerson)
  const mayAddContact = useMay()('contacts.create')
  return (
    <>
      {mayAddContact && (
        <Button icon={IconUserPlus} onClick={() => open('contacts', { customerId: customer.id })}>
          {t(($) => $.newContact)}
        </Button>
      )}
      {(isPerson || handOver.isOffered || customer.can.delete) && (
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <IconButton icon={IconDots} label={common(($) => $.action.more)} />
          </Menu.Target>
          <Menu.Dropdown>
            {handOver.isOffered && (
              <Menu.Item leftSection={<Icon of={IconUserShare} />} onClick={handOver.run}>
                {handOver.label}
              </Menu.Item>
            )}
            {isPerson && <CardItem entity="customers" id={customer.id} />}
            {customer.can.delete && (
              <Menu.Item leftSection={<Icon of={IconTrash} />} onClick={remove}>
                {t(($) => $.delete)}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

export function CustomerHeader({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const textOf = useLabel()
  const { tier, lifecycle, owner } = customer
  return (
    <RecordHead
      name={customer.name}
      letter={customer.shortName ?? customer.name}
      marks={tier && <Tier level={tier} label={textOf(choiceLabel(fields.tier, tier))} />}
      line={[
        lifecycle && textOf(choiceLabel(fields.lifecycle, lifecycle)),
        owner ? <Person key="owner" name={textOf(owner.label)} /> : t(($) => $.noOwner),
        <CustomerProfile key="profile" customer={customer} />,
      ]}
      actions={<Actions customer={customer} />}
    />
  )
}

/** A person: where he works, how to reach him, what was done with him and what is next. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { NextSteps } from '../../features/activities/next-steps.tsx'
import { ContactFacts } from '../../features/contacts/contact-facts.tsx'
import { ContactHead } from '../../features/contacts/contact-head.tsx'
import { ContactPlaces } from '../../features/contacts/contact-places.tsx'
import { contactQuery } from '../../features/contacts/contacts.queries.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { RecordColumns } from '../../ui/record-columns.tsx'
import { useVisit } from '../palette/visits.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { RecordWalk } from '../record-walk.tsx'
import { ComposerOf } from './composer-of.tsx'
import { FilesOf } from './files-of.tsx'
import { RecordStory } from './record-story.tsx'
import { RelatedTo } from './related-to.tsx'

function Contact({ id }: { id: string }) {
  const { t } = useTranslation('contacts')
  const mayRead = useMay()('activities.read')
  const contact = useVisit(useSuspenseQuery(contactQuery(id)).data)
  const at = contact.customers?.find((place) => place.active)
  const about = { contactId: id, ...(at && { customerId: at.customerId }) }
  return (
    <>
      <Crumbs above={[{ label: t(($) => $.title), to: paths.contacts }]} here={contact.name}>
        <RecordWalk noun="contacts" id={id} />
      </Crumbs>
      <RecordColumns
        head={<ContactHead contact={contact} />}
        facts={<ContactFacts contact={contact} />}
        main={
          <>
            <ComposerOf about={about} />
            <RecordStory subject={{ noun: 'contacts', id }} />
          </>
        }
        side={
          <>
            {mayRead && <NextSteps about={{ contactId: id }} />}
            <ContactPlaces contact={contact} />
            <RelatedTo of="contact" record={contact} />
            <FilesOf type="contact" id={id} />
          </>
        }
      />
    </>
  )
}

export default function ContactPage() {
  const { id = '' } = useParams()
  return <Contact key={id} id={id} />
}

/** A contact's places after something about them changed, as they are sent: the whole list, so that the history stays. Pure. */
import type { ContactLink, ContactLinkIn } from './contacts.ts'

type Held = Pick<ContactLink, 'id' | 'customerId' | 'active' | 'to'>

// A place is kept as it is by its id; one that has ended says so again, with its day.
const kept = ({ id, customerId, active, to }: Held): ContactLinkIn =>
  active ? { id, customerId } : { id, customerId, active, to }

/** One place more. */
export const withPlace = (places: readonly Held[], added: ContactLinkIn): ContactLinkIn[] => [
  ...places.map(kept),
  added,
]

/** One of them said anew. */
export const withChangedPlace = (places: readonly Held[], changed: ContactLinkIn & { id: string }): ContactLinkIn[] =>
  places.map((place) => (place.id === changed.id ? changed : kept(place)))

/** The person left one place for another on a day: the first ends with it, the second begins. */
export const movedTo = (
  places: readonly Held[],
  fromId: string,
  { day, ...next }: Omit<ContactLinkIn, 'id' | 'from' | 'to' | 'active'> & { day: string },
): ContactLinkIn[] => [
  ...places.map((place) => (place.id === fromId ? { ...kept(place), active: false, to: day } : kept(place))),
  { ...next, from: day },
]

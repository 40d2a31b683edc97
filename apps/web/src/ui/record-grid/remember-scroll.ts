/** Where a list stood when it was left, so that Back returns to the same row. */

type Place = { offset: number; at: number }
const places = new Map<string, Place>()

export const placeOf = (key: string): Place => places.get(key) ?? { offset: 0, at: -1 }

export function rememberPlace(key: string, place: Place): void {
  places.delete(key)
  places.set(key, place)
  // The oldest goes first; nobody walks back through fifty lists.
  if (places.size > 50) places.delete(places.keys().next().value ?? '')
}

/** The icon of each kind of activity, the same in composer, list and timeline. */
import type { ActivityKind } from '@rapport/domain/features/activities/activity-choices.ts'
import {
  IconCalendarEvent,
  IconMail,
  IconMapPin,
  IconMessage,
  IconNote,
  IconPhone,
  IconPresentation,
  IconSquareCheck,
  IconUsers,
} from '@tabler/icons-react'
import type { IconType } from '../../ui/icon.tsx'

export const activityIcons: Record<ActivityKind, IconType> = {
  call: IconPhone,
  visit: IconMapPin,
  meeting: IconUsers,
  message: IconMessage,
  mail: IconMail,
  demo: IconPresentation,
  task: IconSquareCheck,
  note: IconNote,
  appointment: IconCalendarEvent,
}

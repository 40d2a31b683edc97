/** The lists that the sample company keeps for everybody. */
import { views } from '../../demo/story/views.ts'
import { makeView } from '../saved-views/saved-views.commands.ts'
import { addStandingViews } from '../installations/standing-views.commands.ts'
import { asOf, noteMade, type Story } from './story.ts'

export const loadViews = async (story: Story): Promise<void> => {
  // Each a day after the other: the tabs stand in the order in which they were made.
  for (const [at, { label, ...view }] of views.entries()) {
    const tx = asOf(story, 'shen', 300 - at)
    const made = await makeView(tx, { ...view, label: label[story.language], shared: 'all' })
    noteMade(story, 'saved-views', made.id)
  }
  // They are no sample: they stay when it goes.
  await addStandingViews(asOf(story, 'shen', 200), story.language)
}

/* No screen says anything in a language of its own: every text a person reads stands in locales/. */
import path from 'node:path'
import { runLinter, type I18nextToolkitConfig } from 'i18next-cli'
import { root } from '../source/files.ts'

const lint = async (input: string) => {
  const extract = { input: path.join(root, input), output: 'locales/{{language}}/{{namespace}}.json' }
  const config: I18nextToolkitConfig = { locales: ['en', 'zh-CN'], extract }
  const screens = Object.entries((await runLinter(config)).files).filter(([file]) => !file.endsWith('.test.tsx'))
  return screens.flatMap(([file, issues]) =>
    issues.map(({ line, text }) => `${path.relative(root, file)}:${line}: ${text}`),
  )
}

const found = await lint('apps/web/src/**/*.tsx')
for (const line of found) console.error(`not translated: ${line}`)
const isBlind = (await lint('tools/texts/canaries/*.tsx')).length !== 2
if (isBlind) console.error('The planted texts were not noticed.')
process.exitCode = found.length || isBlind ? 1 : 0

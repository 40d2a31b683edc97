/** Files that the built styles name and that are not there: the build only warns of an address it cannot resolve. */
import path from 'node:path'

/** `textOf` reads a file of the build; the paths answered are as the style names them. */
export const lostFiles = (files: readonly string[], textOf: (file: string) => string): string[] =>
  files
    .filter((file) => file.endsWith('.css'))
    .flatMap((style) =>
      [...textOf(style).matchAll(/url\(["']?(?!data:|#|["'])([^"')]+)/g)]
        .map(([, address = '']) => address)
        .filter((address) => !files.includes(placeOf(style, address))),
    )

const placeOf = (style: string, address: string) =>
  address.startsWith('/') ? address.slice(1) : path.posix.join(path.posix.dirname(style), address)

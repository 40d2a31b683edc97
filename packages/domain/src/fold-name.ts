/** A name as it is compared: case, width and repeated spaces do not count, everything else does. */
export const foldName = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

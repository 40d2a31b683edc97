/** How large a file attached to a record may be. */

/** In bytes. */
export const MEGABYTE = 1024 * 1024
/** In megabytes: unless the organisation says otherwise, and what it can allow; a file is checked in memory. */
export const attachmentSize = { usual: 25, least: 1, most: 100 } as const

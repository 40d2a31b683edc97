/** Holds the place of what is still on its way and may be nothing: it shows nothing, and what stands below waits for it. */
export const Coming = () => <span hidden data-waiting />

/** For the input of a line that a person has just added: the cursor goes where he goes on. */
export const startsHere = (fresh: boolean) => ({ autoFocus: fresh })

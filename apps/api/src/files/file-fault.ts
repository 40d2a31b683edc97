/** Why a file cannot be read, in a form that crosses from the worker thread. */
export type FileFault = { code: string; params?: Record<string, unknown> }

export class FileError extends Error {
  readonly fault: FileFault
  constructor(code: string, params?: Record<string, unknown>) {
    super(code)
    this.fault = { code, ...(params && { params }) }
  }
}

/** A small copy of the document with faults in it; a judge that misses one of them says nothing by its silence. */

type Json = Record<string, any> // eslint-disable-line typescript/no-explicit-any

const PATH = '/api/v1/sources/{id}'

/** The rules that must speak of the copy. */
export const planted = {
  spectral: [
    'owasp:api4:2023-string-limit',
    'owasp:api4:2023-integer-format',
    'owasp:api4:2023-rate-limit',
    'owasp:api2:2023-write-restricted',
    'operation-tags',
  ],
  redocly: ['operation-operationId', 'operation-4xx-response', 'path-parameters-defined'],
}

/** One path of the document, spoilt once for each of them. */
export function plant(document: Json): Json {
  const copy = structuredClone(document)
  const { get, patch } = copy.paths[PATH]
  copy.paths = { [PATH]: { get, patch } }
  const { code, kind, label } = patch.requestBody.content['application/json'].schema.properties
  patch.requestBody.content['application/json'].schema.properties = {
    kind,
    label,
    code: { ...code, type: 'string' },
    size: { type: 'integer', minimum: 0, maximum: 9 },
  }
  delete patch.responses['200'].headers
  patch.security = []
  delete patch.tags
  delete get.operationId
  get.responses = { 200: get.responses['200'] }
  get.parameters = []
  return copy
}

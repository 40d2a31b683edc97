import type { CallExpression, Expression, MemberExpression, Node, ObjectExpression, ObjectProperty } from 'oxc-parser'

/** `Prisma.raw` as 'Prisma.raw', `ctx.db.lead` as 'ctx.db.lead'; a computed or called part is '?'. */
export function dotted(node: Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return `${dotted(node.object)}.${memberName(node) ?? '?'}`
  if (node.type === 'ThisExpression') return 'this'
  return '?'
}

/** The name after the dot, or the text in the brackets. */
export function memberName({ property, computed }: MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined
  return property.type === 'Literal' ? String(property.value) : undefined
}

/** `z.string().default(1)` → 'default'; a plain call has no method. */
export const methodOf = ({ callee }: CallExpression): string | undefined =>
  callee.type === 'MemberExpression' ? memberName(callee) : undefined

/** The properties written out in an object literal, by their names. */
export const propertiesOf = (node: ObjectExpression): ObjectProperty[] =>
  node.properties.filter((property) => property.type === 'Property')

export const keyOf = ({ key }: ObjectProperty): string => {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : '?'
}

/** Whether the text is put together at run time: a template with values in it, or a sum. */
export function isGlued(node: Expression | Node): boolean {
  if (node.type === 'TemplateLiteral') return node.expressions.length > 0
  return node.type === 'BinaryExpression' && node.operator === '+'
}

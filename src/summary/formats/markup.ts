/** A piece of HTML or SVG before it is text. Names of tags and properties are ours; values and words are anybody's. */
export interface Element {
  readonly type: 'element'
  readonly tagName: string
  readonly properties: Properties
  readonly children: readonly ElementContent[]
}

export interface Text {
  readonly type: 'text'
  readonly value: string
}

export type ElementContent = Element | Text

/** Several values of one property stand with a blank between them; `undefined` and `false` leave it out. */
export type Properties = Readonly<
  Record<string, string | number | boolean | undefined | readonly (string | undefined)[]>
>

type Child = ElementContent | string | undefined
export type Children = Child | readonly Child[]

/** How properties are called in the text, where that is not their own name. */
const NAMES: Readonly<Record<string, string>> = {
  ariaLabel: 'aria-label',
  ariaLabelledBy: 'aria-labelledby',
  className: 'class',
  dateTime: 'datetime',
  fillOpacity: 'fill-opacity',
  fontSize: 'font-size',
  fontWeight: 'font-weight',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeOpacity: 'stroke-opacity',
  strokeWidth: 'stroke-width',
  tabIndex: 'tabindex',
  textAnchor: 'text-anchor',
}

/**
 * An element by its tag, with an id and classes where they are given: `h('h2#name')`, `h('p.line', 'Words')`. Made
 * for pages of thousands of elements, so it knows no more of HTML than they ask for.
 */
export function h(selector: string, properties?: Properties, children?: Children): Element
export function h(selector: string, children: Children): Element
export function h(selector: string, first: Properties | Children = {}, second?: Children): Element {
  const {tagName, own} = readSelector(selector)
  const hasProperties = !isChildren(first)
  const properties = hasProperties ? first : {}
  return {
    type: 'element',
    tagName,
    properties: own ? {...own, ...properties} : properties,
    children: contentsOf(hasProperties ? second : first),
  }
}

/** Elements as text; whatever words hold is shown as words. */
export function toHtml(content: ElementContent | readonly ElementContent[]): string {
  if (isList(content)) return content.map(elementText).join('')
  return elementText(content)
}

function elementText(content: ElementContent): string {
  if (content.type === 'text') return escaped(content.value)
  const {tagName, properties, children} = content
  let text = `<${tagName}`
  for (const name in properties) text += attribute(name, properties[name])
  text += '>'
  for (const child of children)
    text += child.type === 'text' && tagName === 'style' ? child.value : elementText(child)
  return `${text}</${tagName}>`
}

const isList = <T>(content: T | readonly T[]): content is readonly T[] => Array.isArray(content)

const isChildren = (value: Properties | Children): value is Children =>
  typeof value !== 'object' || Array.isArray(value) || 'tagName' in value || 'value' in value

function contentsOf(children: Children): readonly ElementContent[] {
  const found: ElementContent[] = []
  for (const child of isList(children) ? children : [children])
    if (child !== undefined) found.push(typeof child === 'string' ? {type: 'text', value: child} : child)
  return found
}

interface Selector {
  readonly tagName: string
  readonly own: Properties | undefined
}
const selectors = new Map<string, Selector>()

function readSelector(selector: string): Selector {
  const known = selectors.get(selector)
  if (known) return known
  const [tagName = '', ...marks] = selector.split(/(?=[#.])/)
  const named = (sign: string): string[] =>
    marks.filter((mark) => mark.startsWith(sign)).map((mark) => mark.slice(1))
  const [id] = named('#')
  const classes = named('.')
  const own =
    marks.length === 0 ? undefined : {...(id && {id}), ...(classes.length > 0 && {className: classes})}
  const read = {tagName, own}
  selectors.set(selector, read)
  return read
}

function attribute(name: string, value: Properties[string]): string {
  if (value === undefined || value === false) return ''
  const shown = NAMES[name] ?? name
  if (value === true) return ` ${shown}`
  const text = typeof value === 'object' ? value.filter(Boolean).join(' ') : String(value)
  return ` ${shown}="${NEEDS_QUOTING.test(text) ? text.replace(/[\0"&'`]/g, asCode) : text}"`
}

// oxlint-disable-next-line no-control-regex -- a null character would end nothing, and is shown as what it is
const NEEDS_QUOTING = /[\0"&'`]/
const escaped = (text: string): string => (/[<&]/.test(text) ? text.replace(/[<&]/g, asCode) : text)
const asCode = (sign: string): string => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`

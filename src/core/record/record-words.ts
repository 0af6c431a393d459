import {
  AUDIENCE_CHOICES,
  type GOAL_STATUS_CHOICES,
  type RESOURCE_STATUS_CHOICES,
} from './vocabulary-choices.ts'

export type GoalStatus = (typeof GOAL_STATUS_CHOICES)[number]['value']
export type ResourceStatus = (typeof RESOURCE_STATUS_CHOICES)[number]['value']
export type Audience = (typeof AUDIENCE_CHOICES)[number]['value']
export const AUDIENCES = AUDIENCE_CHOICES.map(({value}) => value)

/** Kinds of resource under the five groups of recovery capital (Granfield & Cloud; Best & Laudet). */
export const RESOURCE_GROUPS = {
  social: [
    'family',
    'partner',
    'children',
    'friend',
    'peer',
    'mentor',
    'sponsor',
    'neighbour',
    'co-worker',
    'pet',
  ],
  community: [
    'peer-group',
    'mutual-aid',
    'recovery-center',
    'treatment',
    'healthcare',
    'crisis-line',
    'legal-aid',
    'employment',
    'education',
    'library',
    'volunteering',
    'recreation',
    'community-org',
  ],
  practical: [
    'housing',
    'income',
    'benefits',
    'insurance',
    'food',
    'transport',
    'phone-internet',
    'id-documents',
    'childcare',
    'clothing',
    'savings',
    'tools',
  ],
  personal: ['health', 'knowledge', 'wellness-tool', 'routine', 'plan', 'certificate'],
  cultural: ['faith', 'tradition', 'language', 'identity-community', 'arts', 'land-and-place'],
} as const
export type ResourceGroup = keyof typeof RESOURCE_GROUPS

const GROUP_OF_KIND: ReadonlyMap<string, ResourceGroup> = new Map(
  Object.entries(RESOURCE_GROUPS).flatMap(([group, kinds]) =>
    [group, ...kinds].map((kind) => [kind, group as ResourceGroup] as const),
  ),
)

/** A word of a closed list as the list has it: case, blanks and underscores do not matter. */
export const plainWord = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

/** The group that a kind of resource belongs to; undefined for a kind of the writer's own. */
export const groupOfKind = (kind: string): ResourceGroup | undefined =>
  GROUP_OF_KIND.get(plainWord(kind).replace(/^neighbor$/, 'neighbour'))

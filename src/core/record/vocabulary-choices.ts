import type {Choice} from './vocabulary-form.ts'

/** Where a goal stands, in the order of a usual life. No word of it says that somebody fell short. */
export const GOAL_STATUS_CHOICES = [
  {value: 'named', means: 'said for the first time', also: ['new', 'not-started', 'planned']},
  {value: 'exploring', means: 'being thought over; what it would take is being found out'},
  {value: 'active', means: 'being worked on', also: ['in-progress', 'started', 'ongoing', 'working-on-it']},
  {value: 'paused', means: 'resting for now', also: ['on-hold']},
  {
    value: 'reached',
    means: 'the person says it is there',
    also: ['done', 'met', 'achieved', 'completed', 'accomplished'],
  },
  {value: 'keeping', means: 'reached, and being kept up', also: ['maintaining', 'maintained', 'sustaining']},
  {value: 'changed', means: 'another goal took its place; `became` names it', also: ['revised']},
  {value: 'let-go', means: 'the person chose to leave it', also: ['set-aside', 'dropped', 'cancelled']},
] as const satisfies readonly Choice[]

/** Where a resource stands for one person. */
export const RESOURCE_STATUS_CHOICES = [
  {value: 'idea', means: 'came up, nothing done yet', also: ['possible', 'maybe']},
  {value: 'exploring', means: 'being found out about', also: ['looking-into']},
  {value: 'applied', means: 'asked or applied for', also: ['requested', 'referred']},
  {value: 'waiting', means: 'applied, and an answer is due', also: ['waitlist', 'wait-list', 'pending']},
  {value: 'active', means: 'in use', also: ['in-place', 'in-use', 'current', 'connected']},
  {value: 'paused', means: 'resting for now', also: ['on-hold']},
  {value: 'ended', means: 'was in use, is no longer', also: ['past', 'closed', 'finished']},
  {value: 'not-a-fit', means: 'looked at, and not for this person', also: ['not-wanted', 'declined']},
] as const satisfies readonly Choice[]

export const KIND_CHOICES = [
  {value: 'individual', means: 'one person and you', also: ['one-on-one', '1-1', '1:1', 'session']},
  {value: 'group', means: 'several people; each has their own part under `each`'},
  {value: 'outreach', means: 'going to where people are, before they ask'},
  {value: 'collateral', means: 'somebody who is close to the person, with their release'},
  {value: 'check-in', means: 'a short contact in between', also: ['checkin']},
  {value: 'no-contact', means: 'you tried to reach the person', also: ['attempt', 'attempted-contact']},
  {value: 'supervision', means: 'talking the work over with your supervisor'},
] as const satisfies readonly Choice[]

export const MODE_CHOICES = [
  {value: 'in-person', means: 'in one place', also: ['face-to-face', 'in-the-community', 'f2f']},
  {value: 'phone', means: 'by voice', also: ['call', 'telephone']},
  {value: 'video', means: 'by voice and picture', also: ['zoom', 'telehealth', 'video-call']},
  {value: 'text', means: 'in writing', also: ['sms', 'message', 'e-mail', 'email', 'chat']},
] as const satisfies readonly Choice[]

/** How a strength came to be known. */
export const SOURCE_CHOICES = [
  {value: 'conversation', means: 'it came up while you talked'},
  {value: 'observation', means: 'you saw it happen'},
  {value: 'self-report', means: 'the person says it of themselves'},
  {value: 'group', means: 'somebody in a group saw it'},
  {value: 'family', means: 'somebody close to the person told it'},
  {value: 'record', means: 'it stands in an earlier record'},
  {value: 'via', means: 'VIA Character Strengths'},
  {value: 'cliftonstrengths', means: 'CliftonStrengths (StrengthsFinder)'},
  {value: 'barc-10', means: 'the BARC-10 of recovery capital'},
] as const satisfies readonly Choice[]

export const NAMED_BY_CHOICES = [
  {value: 'person', means: 'the person named it themselves'},
  {value: 'specialist', means: 'you named it'},
  {value: 'together', means: 'you found the word together'},
  {value: 'group', means: 'somebody in a group named it'},
  {value: 'family', means: 'somebody close to the person named it'},
] as const satisfies readonly Choice[]

/** Who places somebody on a scale. The person's number is never averaged with anybody's. */
export const RATED_BY_CHOICES = [
  {value: 'person', means: 'the person, on their own scale', also: ['self', 'client']},
  {value: 'specialist', means: 'you', also: ['me', 'staff']},
  {value: 'together', means: 'the two of you', also: ['both']},
] as const satisfies readonly Choice[]

export const WHO_CHOICES = [
  {value: 'person', means: 'the person'},
  {value: 'specialist', means: 'you'},
  {value: 'together', means: 'the two of you'},
] as const satisfies readonly Choice[]

export const ABOUT_CHOICES = [
  {value: 'contact', means: 'how and when to reach the person'},
  {value: 'meeting', means: 'where and when to meet'},
  {value: 'words', means: 'the words they use, their name and pronouns'},
  {value: 'culture', means: 'what their culture or faith asks for'},
  {value: 'food', means: 'what they eat and drink'},
  {value: 'accessibility', means: 'what makes meeting possible for them'},
] as const satisfies readonly Choice[]

/** Names of tools as facts; nothing of their text. */
export const TOOL_CHOICES = [
  {value: 'VIA Character Strengths', means: '24 strengths, ranked'},
  {value: 'CliftonStrengths', means: '34 themes, the top five or all'},
  {value: 'Strengths Model', means: 'seven life domains, now, before and wanted'},
  {value: 'BARC-10', means: 'a total from 10 to 60'},
  {value: 'ARC', means: 'ten domains of recovery capital'},
  {value: 'informal', means: 'a conversation about strengths'},
] as const satisfies readonly Choice[]

/** The four dimensions of recovery (SAMHSA). */
export const DOMAIN_CHOICES = [
  {value: 'home', means: 'a stable and safe place to live'},
  {value: 'health', means: 'being well in body and mind'},
  {value: 'purpose', means: 'work, school, family, creating, and the means for them'},
  {value: 'community', means: 'people to belong with'},
] as const satisfies readonly Choice[]

/** Whom an item may be shown to. */
export const AUDIENCE_CHOICES = [
  {value: 'client', means: 'on the page for the person'},
  {value: 'team', means: 'on the working page and for the supervisor'},
  {value: 'outside', means: 'in what leaves the agency'},
] as const satisfies readonly Choice[]

/** The tree of people in the side bar. */
export const PEOPLE_VIEW = 'strengths.people'

/** The panel that shows a person's page. */
export const PERSON_PAGE = 'strengths.personPage'

/** The tree of people in the side bar. */
export const PEOPLE_VIEW = 'strengths.people'

/** The panels that show a person's page, the next two weeks, and the caseload in numbers. */
export const PERSON_PAGE = 'strengths.personPage'
export const WEEK_PAGE = 'strengths.weekPage'
export const CASELOAD_PAGE = 'strengths.caseloadPage'

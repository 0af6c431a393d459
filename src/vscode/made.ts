/**
 * What has been made since the window opened, counted for tests: in a folder without session notes all of it stays
 * at nothing.
 */
export const made = {features: 0, watchers: 0, indexes: 0, languages: 0}

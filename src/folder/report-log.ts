import type {CivilDate} from '../core/time/civil-date.ts'
import {CONFIGURATION_FOLDER} from './configuration.ts'

/** Where counts for single people leave a trace: beside the configuration, as who may read it may read the notes. */
export const REPORT_LOG = `${CONFIGURATION_FOLDER}/report.log`

/** The line that a report with counts for each person leaves: when, how, and over how many people; nobody's id. */
export const reportLogLine = (
  {date, time}: {readonly date: CivilDate; readonly time: string},
  {how, asOf, people}: {readonly how: string; readonly asOf: CivilDate; readonly people: number},
): string => `${date} ${time}  ${how}, as of ${asOf}, people: ${people}\n`

// Mocha as it is built for browsers; loading it sets the class as a global.
import 'mocha/mocha.js'
import type Mocha from 'mocha'

// oxlint-disable-next-line import/no-default-export -- stands in for the package, which has one
export default (globalThis as unknown as {readonly Mocha: typeof Mocha}).Mocha

export default {
  listings: {},
  problems: {},
  todo: {},
}

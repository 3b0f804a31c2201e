export default {
  matching: {},
  problems: {},
  todo: {},
}

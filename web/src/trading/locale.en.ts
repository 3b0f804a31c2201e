export default {
  trading: {},
  problems: {},
  todo: {},
}

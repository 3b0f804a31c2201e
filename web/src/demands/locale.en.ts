export default {
  demands: {},
  problems: {},
  todo: {},
}

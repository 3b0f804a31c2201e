export default {
  notifications: {},
  problems: {},
  todo: {},
}

import 'element-plus/dist/index.css'
import { createApp } from 'vue'
import App from './App.vue'
import './theme.css'
import './base.css'
import './element.css'
import './print.css'
import { useElements } from './elements'
import { i18n, setLanguage, startingLanguage } from './i18n'
import { useMarket } from './market'
import { useLargePrint } from './preferences'
import { router } from './router'
import { useSession } from './session'
import { keepTitle } from './title'

useLargePrint()
const session = useSession().ready()
const market = useMarket().ready()
// Pages show these failures themselves; nothing else waits for the two.
session.catch(() => undefined)
market.catch(() => undefined)

await setLanguage(startingLanguage())
createApp(App).use(i18n).use(router).use(useElements).mount('#app')
keepTitle()

import {retryLab} from '../../components/labs/retry-view.ts'
import {defineLab} from './lab.ts'

defineLab('retry-lab', retryLab)

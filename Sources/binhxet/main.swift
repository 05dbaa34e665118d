import Commands
import RulePacks

BinhXetCommand.main(kinds: .builtIn)

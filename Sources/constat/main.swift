import Glibc
import Shell

exit(Program.main(CommandLine.arguments))

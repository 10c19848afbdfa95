use super::super::command_action;

#[test]
fn commands_are_named_with_dots() {
    assert_eq!(command_action("club analyze"), "command.club.analyze");
    assert_eq!(
        command_action("Analyze club roster"),
        "command.analyze.club.roster"
    );
    assert_eq!(command_action("club-admin week"), "command.club-admin.week");
}

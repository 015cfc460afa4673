package org.whorl.server.people;

import java.util.List;
import org.whorl.server.design.Form;
import org.whorl.server.people.secrets.PasswordRules;

/** What is asked of a name, an address and a password, wherever they are asked for. */
final class AccountForm {

    private AccountForm() {}

    static void checkName(Form form) {
        form.require("name", "name.blank");
    }

    static void checkEmail(Form form) {
        if (!form.value("email").matches("[^@\\s]+@[^@\\s]+")) {
            form.refuse("email", "email.wrong");
        }
    }

    static void checkPassword(Form form, List<String> own) {
        switch (PasswordRules.judge(form.exactly("password"), own)) {
            case GOOD -> {}
            case SHORT -> form.refuse("password", "password.short");
            case LONG -> form.refuse("password", "password.long");
            case EASY -> form.refuse("password", "password.easy");
        }
    }

    /** All three. */
    static void check(Form form) {
        checkName(form);
        checkEmail(form);
        checkPassword(form, List.of(form.value("name"), form.value("email")));
    }
}
